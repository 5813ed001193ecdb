import { runMachines, type Machines } from '@patchbay/plugin-kit';
import type { ReservationSid } from '@patchbay/shared/contracts';
import type { FlexPorts } from '../flex/ports';
import { transition, type Answering, type AnsweringCommand, type AnsweringEvent } from './answering';
import { readPing, type Offer } from './readOffer';

/** What is offered to the page, by the reservation. */
export type Answers = Machines<ReservationSid, Answering, AnsweringEvent>;

interface Means {
  readonly flex: FlexPorts;
  readonly inOneTab: <Result>(name: string, run: () => Promise<Result>) => Promise<Result>;
}

/** Other tabs of this browser hear of an accept within this time; until then they are kept from one of their own. */
const HEARD_MS = 2_000;

/** Accepts what the service offers the page. */
export function createAnswers({ flex, inOneTab }: Means): Answers {
  const accept = async (sid: ReservationSid, offer: Offer['kind']): Promise<void> => {
    if (flex.task(sid)?.status !== 'pending') return;
    if (offer === 'reconnect') return flex.acceptCall(sid);
    const gone = readPing(flex.task(sid)?.attributes)?.disconnectedCallSid;
    if (gone !== undefined) flex.endGhost(gone);
    await flex.acceptPing(sid);
  };
  const answers: Answers = runMachines<ReservationSid, Answering, AnsweringEvent, AnsweringCommand>({
    transition,
    isOver: ({ stage }) => stage === 'done',
    carryOut: (sid, command, timers) => {
      const dispatch = (event: AnsweringEvent) => {
        answers.dispatch(sid, event);
      };
      if (command.kind === 'retry_later') {
        timers.set('retry', command.ms, () => {
          if (flex.isReady()) dispatch({ type: 'ready' });
        });
        return;
      }
      void inOneTab(sid, async () => {
        try {
          await accept(sid, command.offer);
          dispatch({ type: 'accepted' });
        } catch {
          dispatch({ type: 'accept_failed' });
        }
        await new Promise((resolve) => setTimeout(resolve, HEARD_MS));
      });
    },
  });
  return answers;
}
