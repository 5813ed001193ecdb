import type { Random } from '../random';
import { compileMatch, type FaultSubject } from './matchFault';
import type { FaultEffect, FaultRule, PlannedFault, RequestEffect, WebhookEffect } from './model';

/** The faults of one local Twilio; rules apply in the order they were added, several may strike one request. */
export interface FaultPlan {
  add(rule: FaultRule): PlannedFault;
  /** False when no rule has this id. */
  remove(id: string): boolean;
  clear(): void;
  list(): readonly PlannedFault[];
  /** The effects that strike this request now; asking counts. */
  strikeRequest(subject: FaultSubject): readonly RequestEffect[];
  /** The effects that strike this webhook now; asking counts. */
  strikeWebhook(subject: FaultSubject): readonly WebhookEffect[];
}

/** More rules than this are a loop in a test, not a plan. */
const MAX_RULES = 1_000;

interface Entry {
  readonly id: string;
  readonly rule: FaultRule;
  readonly matches: (subject: FaultSubject) => boolean;
  seen: number;
  struck: number;
}

type WebhookType = WebhookEffect['type'];
const WEBHOOK_TYPES: Readonly<Record<WebhookType, true>> = {
  drop: true,
  duplicate: true,
  delay: true,
  reorder: true,
  batch: true,
};

const isWebhookEffect = (effect: FaultEffect): effect is WebhookEffect =>
  Object.hasOwn(WEBHOOK_TYPES, effect.type);
const isRequestEffect = (effect: FaultEffect): effect is RequestEffect => !isWebhookEffect(effect);

/** An empty plan; `random` decides the probabilities, so that a seed gives the same faults. */
export function createFaultPlan(random: Random): FaultPlan {
  let entries: Entry[] = [];
  let added = 0;

  const show = (entry: Entry): PlannedFault => ({ id: entry.id, ...entry.rule, struck: entry.struck });

  const strikes = (entry: Entry, subject: FaultSubject): boolean => {
    const { skip = 0, times = Infinity, probability = 1 } = entry.rule;
    if (entry.struck >= times || !entry.matches(subject)) return false;
    entry.seen += 1;
    if (entry.seen <= skip) return false;
    if (probability < 1 && random.next() >= probability) return false;
    entry.struck += 1;
    return true;
  };

  const strike = <E extends FaultEffect>(
    subject: FaultSubject,
    applies: (effect: FaultEffect) => effect is E,
  ): readonly E[] => {
    const effects: E[] = [];
    for (const entry of entries) {
      const { effect } = entry.rule;
      if (applies(effect) && strikes(entry, subject)) effects.push(effect);
    }
    return effects;
  };

  return {
    add(rule) {
      if (entries.length >= MAX_RULES)
        throw new RangeError(`The fault plan holds at most ${MAX_RULES} rules`);
      const entry: Entry = { id: `F${++added}`, rule, matches: compileMatch(rule.match), seen: 0, struck: 0 };
      entries.push(entry);
      return show(entry);
    },
    remove(id) {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
    clear() {
      entries = [];
    },
    list: () => entries.map(show),
    strikeRequest: (subject) => strike(subject, isRequestEffect),
    strikeWebhook: (subject) => strike(subject, isWebhookEffect),
  };
}
