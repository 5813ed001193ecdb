export interface WeightedAffiliation {
  readonly name: string;
  readonly weight: number;
}

/** At least one. */
export type Affiliations = readonly [WeightedAffiliation, ...WeightedAffiliation[]];

/**
 * The company an attempt goes to when the agent named none: by weight, and always the same for the same attempt.
 * FNV-1a over the attempt's id; ids are random, so the shares come out right.
 */
export function chooseAffiliation(affiliations: Affiliations, attemptId: string): string {
  const total = affiliations.reduce((sum, { weight }) => sum + weight, 0);
  let point = (fnv1a(attemptId) / 2 ** 32) * total;
  return (affiliations.find(({ weight }) => (point -= weight) < 0) ?? affiliations[0]).name;
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}
