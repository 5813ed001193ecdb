import { createVoiceEvents, type VoiceEvent } from './events';

const event = (url: string): VoiceEvent => ({
  type: 'announcement-ended',
  conference: {
    sid: 'CF1',
    friendlyName: 'Talk',
    dateCreated: 0,
    callback: null,
    maxParticipants: 250,
    dateUpdated: 0,
    status: 'in-progress',
    hasStarted: true,
    participants: new Map(),
    reasonEnded: null,
    endedBy: null,
    announcement: null,
    sequence: 1,
  },
  participant: null,
  url,
});

const urlOf = (told: VoiceEvent): string => ('url' in told ? told.url : '');

describe('voice events', () => {
  it('reach every listener in order, those a listener causes after the one being told', () => {
    const events = createVoiceEvents();
    const heard: string[] = [];
    events.on((told) => {
      heard.push(`first ${urlOf(told)}`);
      if (urlOf(told) === 'a') events.emit(event('b'));
    });
    events.on((told) => heard.push(`second ${urlOf(told)}`));

    events.emit(event('a'));

    expect(heard).toEqual(['first a', 'second a', 'first b', 'second b']);
  });

  it('no longer reach who has stopped listening', () => {
    const events = createVoiceEvents();
    const heard: string[] = [];
    const stop = events.on((told) => heard.push(urlOf(told)));
    stop();

    events.emit(event('a'));

    expect(heard).toEqual([]);
  });
});
