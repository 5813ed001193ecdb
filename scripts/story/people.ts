import type { ScenarioIdentity, ScenarioWorker } from '@patchbay/emulator';
import { ATTRIBUTION_CHANNEL } from '../../serverless/attribution-transfer/src/workspace';
import type { StackPage } from '../stack/model';

interface Person {
  readonly name: string;
  readonly fullName: string;
  /** What else TaskRouter knows of them. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly role?: 'agent' | 'supervisor' | 'admin';
  readonly activity?: 'Available' | 'Offline';
  /** Who they are, for the page that lists them; nobody opens Flex as those without. */
  readonly description?: string;
}

const company = (affiliation: string) => ({ affiliation });

const people: readonly Person[] = [
  {
    name: 'alice',
    fullName: 'Alice Adams',
    attributes: company('BPO_A'),
    description: 'Agent of BPO_A, softphone in the browser',
  },
  {
    name: 'bob',
    fullName: 'Bob Brown',
    attributes: company('BPO_B'),
    description: 'Agent of BPO_B, softphone in the browser',
  },
  {
    name: 'carol',
    fullName: 'Carol Clark',
    // Her leg is a telephone's: it lives on when her page goes.
    attributes: { contact_uri: '+15550100103' },
    // Away until somebody opens her page, as the two after her: no call shall wait for an agent nobody plays.
    activity: 'Offline',
    description: 'Agent in house, desk telephone',
  },
  { name: 'bella', fullName: 'Bella Baker', attributes: company('BPO_B'), activity: 'Offline' },
  { name: 'chloe', fullName: 'Chloe Cox', attributes: company('BPO_C'), activity: 'Offline' },
  {
    name: 'sam',
    fullName: 'Sam Stone',
    role: 'supervisor',
    activity: 'Offline',
    description: 'Supervisor: teams, queues, a waiting transfer',
  },
  { name: 'ada', fullName: 'Ada Admin', role: 'admin', activity: 'Offline', description: 'Administrator' },
];

/** Calls and chats go to agents only; Flex keeps skills under `routing` ("Skills-based routing"). */
const skillsOf = ({ role = 'agent' }: Person): object =>
  role === 'agent' ? { routing: { skills: ['support', 'billing'], levels: {} } } : {};

/** Everybody who works here. */
export const workers: readonly ScenarioWorker[] = people.map((person) => ({
  friendlyName: person.name,
  attributes: {
    contact_uri: `client:${person.name}`,
    full_name: person.fullName,
    email: `${person.name}@example.com`,
    ...skillsOf(person),
    ...person.attributes,
  },
  activity: person.activity ?? 'Available',
  capacity: { voice: 1, chat: 3, [ATTRIBUTION_CHANNEL]: 1 },
}));

/** Who may log in, and as what. */
export const identities: readonly ScenarioIdentity[] = people.map(({ name, role = 'agent' }) => ({
  identity: name,
  worker: name,
  roles: [role],
}));

/** Who has a Flex page, in the order they are listed. */
export const pages: readonly StackPage[] = people.flatMap(({ name, fullName, description }) =>
  description === undefined ? [] : [{ name, label: fullName, description }],
);
