import { element, find, setText } from '../element';
import { FIRST, shows, type Filter } from './filter';
import { KINDS, type Feed, type Row } from './row';
import { KIND_PLURALS, showRow } from './showRow';
import { trim } from './trim';

export interface Timeline {
  readonly add: (rows: readonly Row[]) => void;
  /** Forgets what came from a feed. */
  readonly forget: (feed: Feed) => void;
}

const keyOf = ({ feed, sequence }: Row): string => `${feed} ${sequence}`;

/** The timeline of the page, newest line first, with its filters. */
export function createTimeline(): Timeline {
  const list = find('#timeline', HTMLElement);
  const empty = find('#timeline-empty', HTMLElement);
  const pauseButton = find('#timeline-pause', HTMLButtonElement);
  const search = find('#timeline-search', HTMLInputElement);
  let rows: Row[] = [];
  /** What came since it was paused, newest first. */
  let held: Row[] | undefined;
  let filter: Filter = FIRST;

  const insert = (row: Row): void => {
    // Two feeds arrive independently: a line may belong a little below the newest.
    const index = rows.findIndex(({ at }) => at <= row.at);
    const below = index === -1 ? undefined : rows.slice(index).find((other) => shown.has(keyOf(other)));
    rows.splice(index === -1 ? rows.length : index, 0, row);
    if (shows(filter, row)) show(row, below);
  };
  const shown = new Map<string, HTMLElement>();
  const show = (row: Row, below?: Row): void => {
    const line = showRow(row);
    shown.set(keyOf(row), line);
    list.insertBefore(line, (below && shown.get(keyOf(below))) ?? null);
  };
  const keep = (kept: Row[]): void => {
    const keys = new Set(kept.map(keyOf));
    for (const [key, line] of shown) {
      if (keys.has(key)) continue;
      line.remove();
      shown.delete(key);
    }
    rows = kept;
  };
  const redraw = (): void => {
    list.replaceChildren();
    shown.clear();
    for (const row of rows) if (shows(filter, row)) show(row);
    tellState();
  };
  const tellState = (): void => {
    empty.hidden = shown.size > 0;
    setText(pauseButton, held === undefined ? 'Pause' : `Resume (${held.length} new)`);
    pauseButton.setAttribute('aria-pressed', String(held !== undefined));
  };
  const add = (added: readonly Row[]): void => {
    if (held) held = trim([...added].reverse().concat(held));
    else for (const row of added) insert(row);
    keep(trim(rows));
    tellState();
  };

  pauseButton.addEventListener('click', () => {
    const waiting = held;
    held = waiting ? undefined : [];
    add([...(waiting ?? [])].reverse());
  });
  find('#timeline-clear', HTMLButtonElement).addEventListener('click', () => {
    rows = [];
    redraw();
  });
  search.addEventListener('input', () => {
    filter = { ...filter, text: search.value.trim().toLowerCase() };
    redraw();
  });
  for (const kind of KINDS) {
    const box = element('input', { type: 'checkbox', checked: filter.kinds.has(kind) });
    box.addEventListener('change', () => {
      const kinds = new Set(filter.kinds);
      if (box.checked) kinds.add(kind);
      else kinds.delete(kind);
      filter = { ...filter, kinds };
      redraw();
    });
    const label = element('label', { class: `chip kind-${kind}` }, box, KIND_PLURALS[kind]);
    find('#timeline-kinds', HTMLElement).append(label);
  }
  tellState();

  return {
    add,
    forget(feed) {
      held = held?.filter((row) => row.feed !== feed);
      keep(rows.filter((row) => row.feed !== feed));
      tellState();
    },
  };
}
