import type { TaskRouterEvent } from './events';
import { createOutbox } from './outbox';
import { createContactCentre } from './testing/createContactCentre';

const eventOf = (type: 'workspace.created' | 'workspace.updated' | 'workspace.deleted'): TaskRouterEvent => ({
  type,
  sid: 'EV',
  at: 0,
  workspace: createContactCentre().workspace.current(),
});

describe('outbox', () => {
  it('delivers only when the outermost change is complete', () => {
    const outbox = createOutbox();
    const seen: string[] = [];
    outbox.on(({ type }) => seen.push(type));

    outbox.run(() => {
      outbox.run(() => {
        outbox.publish(eventOf('workspace.created'));
      });
      seen.push('still changing');
    });

    expect(seen).toEqual(['still changing', 'workspace.created']);
  });

  it('delivers what a listener causes after what is on its way', () => {
    const outbox = createOutbox();
    const seen: string[] = [];
    outbox.on(({ type }) => {
      if (type !== 'workspace.created') return;
      outbox.run(() => {
        outbox.publish(eventOf('workspace.deleted'));
      });
    });
    outbox.on(({ type }) => seen.push(type));

    outbox.run(() => {
      outbox.publish(eventOf('workspace.created'));
      outbox.publish(eventOf('workspace.updated'));
    });

    expect(seen).toEqual(['workspace.created', 'workspace.updated', 'workspace.deleted']);
  });

  it('goes on delivering after a listener threw', () => {
    const outbox = createOutbox();
    const seen: string[] = [];
    const stop = outbox.on(() => {
      throw new Error('listener');
    });
    const publish = (): void => {
      outbox.publish(eventOf('workspace.updated'));
    };
    expect(() => {
      outbox.run(publish);
    }).toThrow('listener');
    stop();
    outbox.on(({ type }) => seen.push(type));

    outbox.run(publish);

    expect(seen).toEqual(['workspace.updated']);
  });

  it('stops telling a listener that left', () => {
    const outbox = createOutbox();
    const seen: string[] = [];
    const stop = outbox.on(({ type }) => seen.push(type));

    stop();
    outbox.run(() => {
      outbox.publish(eventOf('workspace.updated'));
    });

    expect(seen).toEqual([]);
  });
});
