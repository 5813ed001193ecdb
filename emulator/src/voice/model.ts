import type { Callback } from './callback';

/** Call resource: Call Status Values. */
export type CallStatus =
  'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'failed' | 'no-answer' | 'canceled';

/** How a call can end. */
export type EndStatus = Exclude<CallStatus, 'queued' | 'ringing' | 'in-progress'>;

export type CallDirection = 'inbound' | 'outbound-api';

/** What a leg would hear now, as data: audio isn't emulated. */
export type Hears =
  | { readonly silence: true }
  | { readonly ringing: true }
  | { readonly say: string }
  | { readonly play: string }
  /** `queue`, `wait` and `hold` are Twilio's own music; anything else is the URL it comes from. */
  | { readonly music: string }
  | { readonly conference: string; readonly with: readonly string[] };

/** One leg: between Twilio and a telephone or a registered client. */
export interface Call {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly direction: CallDirection;
  readonly callerName: string | null;
  readonly dateCreated: number;
  callback: Callback | null;
  /** What the played customer adds to the attributes of the first task the call becomes. */
  readonly attributes: Readonly<Record<string, unknown>>;
  dateUpdated: number;
  status: CallStatus;
  startTime: number | null;
  endTime: number | null;
  /** The task it waits for or was last handled as. */
  taskSid: string | null;
  /** The conference it takes part in or was last part of. */
  conferenceSid: string | null;
  /** Of its TwiML or ringing; what a conference sounds like is worked out when asked. */
  sound: Hears;
  /** Number of the next status callback. */
  sequence: number;
  /** Grows whenever the leg is sent elsewhere: what was under way for an older number is void. */
  errand: number;
  /** Takes the leg out of where it is: a waiting line, a conference, a ringing telephone. Replaced as it moves. */
  leave: Leave;
}

/** Why a leg leaves where it is: its far end hung up, or somebody (REST, TaskRouter, its TwiML) took it out. */
export type LeaveCause = 'hung-up' | 'updated' | 'kicked';

export type Leave = (cause: LeaveCause) => void;

/** conference-ended-via-api, …: Conference resource, ReasonConferenceEnded. */
export type EndReason =
  | 'conference-ended-via-api'
  | 'participant-with-end-conference-on-exit-left'
  | 'participant-with-end-conference-on-exit-kicked'
  | 'last-participant-kicked'
  | 'last-participant-left';

export interface Conference {
  readonly sid: string;
  readonly friendlyName: string;
  readonly dateCreated: number;
  /** Set by the first participant to join; later ones can't change it. */
  callback: Callback | null;
  maxParticipants: number;
  dateUpdated: number;
  status: 'init' | 'in-progress' | 'completed';
  /** Whether its participants hear one another. */
  hasStarted: boolean;
  /** By call SID, in order of their coming; those still ringing included. */
  readonly participants: Map<string, Participant>;
  reasonEnded: EndReason | null;
  /** Whose leaving ended it. */
  endedBy: Participant | null;
  /** What is announced to everyone. */
  announcement: Hears | null;
  /** Number of the next status callback. */
  sequence: number;
}

/** What a participant brings for the conference as a whole, should it be the first to join. */
export interface Founding {
  readonly callback?: Callback | null;
  /** 250 unless given. */
  readonly maxParticipants?: number;
}

export interface Participant {
  readonly call: Call;
  readonly conference: Conference;
  readonly label: string | null;
  readonly startConferenceOnEnter: boolean;
  readonly dateCreated: number;
  readonly founding: Founding;
  /** Whose leg it is, for participants TaskRouter brought. */
  readonly role: ParticipantRole | null;
  dateUpdated: number;
  endConferenceOnExit: boolean;
  muted: boolean;
  hold: boolean;
  holdUrl: string | null;
  waitUrl: string | null;
  coaching: boolean;
  callSidToCoach: string | null;
  /** False while its call is still ringing. */
  hasJoined: boolean;
  /** What is announced to this participant alone. */
  announcement: Hears | null;
  /** What the leg does once it is out and still alive: kicked, or the conference ended. */
  readonly onLeft: () => void;
}

export type ParticipantRole =
  | { readonly type: 'customer'; readonly taskSid: string }
  | { readonly type: 'supervisor'; readonly taskSid: string; readonly workerSid: string }
  | {
      readonly type: 'worker';
      readonly taskSid: string;
      readonly workerSid: string;
      readonly reservationSid: string;
    };
