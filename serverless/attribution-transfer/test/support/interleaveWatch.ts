import * as z from 'zod/mini';
import type { TaskSid } from '@patchbay/shared/contracts';
import { isOpen } from '../../src/attempt/attempt';
import { ATTEMPT_ID_ATTRIBUTE } from '../../src/attributionTaskAttributes';
import { ATTRIBUTION_CHANNEL } from '../../src/workspace';
import type { OpenScene } from './openScene';

/** A page's right to replay an attempt's transfer. */
export interface ClaimHeld {
  readonly attemptId: string;
  readonly claimId: string;
  readonly tab: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Watches that nothing happens that must never happen. */
export interface Watch {
  readonly violations: ReadonlySet<string>;
  readonly look: () => void;
  violated(what: string): void;
  /** A create was answered with this task. */
  created(taskSid: TaskSid): void;
  claimed(claim: ClaimHeld): void;
  /** Another writer has added this attribute to the call. */
  wrote(attribute: string): void;
  /** Everything has run and every limit has passed. */
  lookAtTheEnd(): Promise<void>;
}

const Attributes = z.record(z.string(), z.unknown());

export function watchScene(scene: OpenScene): Watch {
  const { centre, call } = scene;
  const { clock, engine } = centre.local;
  const { tasks } = engine.workspace(centre.sids.workspaceSid);
  const violations = new Set<string>();
  const kept = ['name', 'call_sid', 'direction'];
  const attemptOf = new Map<string, unknown>();
  const answers = new Map<unknown, TaskSid>();
  const claims: ClaimHeld[] = [];

  const require = (holds: boolean, otherwise: string): void => {
    if (!holds) violations.add(otherwise);
  };
  const attributionTasks = () =>
    tasks.list().filter(({ taskChannelUniqueName }) => taskChannelUniqueName === ATTRIBUTION_CHANNEL);
  const live = () =>
    attributionTasks().filter(({ assignmentStatus: now }) => now !== 'completed' && now !== 'canceled');
  const callAttributes = () => {
    const task = tasks.find(call.taskSid);
    return task && Attributes.parse(JSON.parse(task.attributes));
  };

  function look(): void {
    for (const { sid, attributes } of attributionTasks()) {
      if (!attemptOf.has(sid)) {
        attemptOf.set(sid, Attributes.parse(JSON.parse(attributes))[ATTEMPT_ID_ATTRIBUTE]);
      }
    }
    require(live().length <= 1, 'two attribution tasks were live at once');
    const current = callAttributes();
    for (const name of kept) require(current === undefined || name in current, `the call lost ${name}`);
  }

  return {
    violations,
    look,
    violated: (what) => violations.add(what),
    created(taskSid) {
      const attempt = attemptOf.get(taskSid);
      require(attempt !== undefined, 'a create was answered with a task that never was');
      const first = answers.get(attempt) ?? taskSid;
      require(first === taskSid, 'two creates of one attempt were answered with different tasks');
      answers.set(attempt, first);
    },
    claimed(claim) {
      const other = claims.find(
        ({ attemptId, until }) => attemptId === claim.attemptId && clock.now() < until,
      );
      const isOnlyOne = other === undefined || (other.claimId === claim.claimId && other.tab === claim.tab);
      require(isOnlyOne, 'two pages held live claims of one attempt');
      claims.push(claim);
    },
    wrote: (attribute) => kept.push(attribute),
    async lookAtTheEnd() {
      look();
      require(live().length === 0, 'an attribution task was left live');
      const left = callAttributes() ?? {};
      require(!('transferTo' in left) && !('transferAttempt' in left), 'the mark was left on the call');
      const attempt = (await scene.stored())?.value;
      if (attempt === undefined) return;
      require(!isOpen(attempt), `the attempt was left open: ${attempt.state}`);
      require(attempt.settled, `the attempt was left unsettled: ${attempt.state}`);
    },
  };
}
