import type { Sleep } from '@patchbay/shared';
import { ReportFailed } from '../insights/failures';
import type { ElementsAnswer, ExternalIdElement, Insights } from '../insights/insights';
import type { Session } from '../tokens/session';
import type { Patience } from './patience';
import { pollUntil } from './pollUntil';

interface Means {
  readonly insights: Insights;
  readonly session: Session;
  readonly patience: Patience;
  readonly sleep: Sleep;
}

/** More than a hundred tasks can have; what has more is not what we asked for. */
const MOST_PAGES = 20;

/** All elements of these External IDs, or where the search in the background can be asked for once time is up. */
export async function findElements(
  means: Means,
  { form, titles, resumeUri }: { form: string; titles: readonly string[]; resumeUri: string | undefined },
): Promise<readonly ExternalIdElement[] | { readonly resumeUri: string | undefined }> {
  const { insights, session } = means;
  const wanted = new Set(titles);
  const elements: ExternalIdElement[] = [];
  let offset = 0;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const begun: ElementsAnswer =
      page === 1 && resumeUri !== undefined
        ? { kind: 'computing', uri: resumeUri }
        : await session.read((tt) => insights.searchElements(tt, { form, titles, offset }));
    const answer = begun.kind === 'elements' ? begun : await waitFor(means, begun.uri);
    // A later page alone would not do: whoever goes on starts over.
    if (answer === undefined)
      return { resumeUri: page === 1 && begun.kind === 'computing' ? begun.uri : undefined };
    // Titles are matched here too: were the search wider than asked, the report would be about other tasks.
    elements.push(...answer.elements.filter(({ title }) => wanted.has(title)));
    if (answer.nextOffset === undefined) return elements;
    offset = answer.nextOffset;
  }
  throw new ReportFailed('elements/too-many');
}

const waitFor = ({ insights, session, patience, sleep }: Means, uri: string) =>
  pollUntil(
    async () => {
      const answer = await session.call((tt) => insights.readElements(tt, uri));
      return answer.kind === 'elements' ? answer : undefined;
    },
    { patience, sleep },
  );
