import type { Call, Conference, Participant } from './model';

/** What happened to calls and conferences, told right after it did. */
export type VoiceEvent =
  | { readonly type: 'call-changed'; readonly call: Call }
  | { readonly type: 'call-ended'; readonly call: Call }
  | { readonly type: 'conference-started'; readonly conference: Conference }
  | { readonly type: 'conference-ended'; readonly conference: Conference }
  | { readonly type: 'participant-joined'; readonly participant: Participant }
  /** Its call was never answered. */
  | { readonly type: 'participant-failed'; readonly participant: Participant }
  | {
      readonly type: 'participant-left';
      readonly participant: Participant;
      readonly reason: Exclude<LeftReason, 'participant_add_failed'>;
      /** It left because the conference ended, by somebody else. */
      readonly isEndOfAll: boolean;
    }
  | {
      readonly type: 'participant-changed';
      readonly participant: Participant;
      readonly what: 'mute' | 'unmute' | 'hold' | 'unhold' | 'modify';
    }
  | {
      readonly type: 'announcement-ended' | 'announcement-failed';
      readonly conference: Conference;
      /** Null when everyone heard it. */
      readonly participant: Participant | null;
      readonly url: string;
      readonly reason?: string;
    };

/** ReasonParticipantLeft of the conference status callback. */
export type LeftReason =
  | 'conference_ended_via_api'
  | 'moderator_ended_conference'
  | 'participant_updated_via_api'
  | 'participant_hung_up'
  | 'participant_add_failed';

export type VoiceListener = (event: VoiceEvent) => void;

export interface VoiceEvents {
  emit(event: VoiceEvent): void;
  /** Returns the way to stop listening. */
  on(listener: VoiceListener): () => void;
}

/** Tells listeners in the order they came; what they cause follows after the event that is being told. */
export function createVoiceEvents(): VoiceEvents {
  const listeners = new Set<VoiceListener>();
  const waiting: VoiceEvent[] = [];
  let isTelling = false;

  const tell = (): void => {
    isTelling = true;
    try {
      for (let event = waiting.shift(); event; event = waiting.shift()) {
        for (const listener of listeners) listener(event);
      }
    } finally {
      isTelling = false;
    }
  };

  return {
    emit(event) {
      waiting.push(event);
      if (!isTelling) tell();
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
