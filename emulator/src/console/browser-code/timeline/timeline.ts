import { element, find, setText } from '../element';
import { FIRST, shows, type Filter } from './filter';
import { KINDS, type Row } from './row';
import { KIND_PLURALS, showRow } from './showRow';

/** More lines than anyone reads; the oldest go. */
const MOST_ROWS = 1_000;

export interface Timeline {
  readonly add: (rows: readonly Row[]) => void;
  readonly clear: () => void;
}

/** The timeline of the page, newest line first, with its filters. */
export function createTimeline(): Timeline {
  const list = find('#timeline', HTMLElement);
  const empty = find('#timeline-empty', HTMLElement);
  const pauseButton = find('#timeline-pause', HTMLButtonElement);
  const search = find('#timeline-search', HTMLInputElement);
  let rows: Row[] = [];
  /** Since it was paused. */
  let held: Row[] | undefined;
  let filter: Filter = FIRST;

  const insert = (row: Row): void => {
    // Two feeds arrive independently: a line may belong a little below the newest.
    const index = rows.findIndex(({ at }) => at <= row.at);
    const below = index === -1 ? undefined : rows.slice(index).find((other) => shown.has(other.key));
    rows.splice(index === -1 ? rows.length : index, 0, row);
    if (shows(filter, row)) show(row, below);
  };
  const shown = new Map<string, HTMLElement>();
  const show = (row: Row, below?: Row): void => {
    const line = showRow(row);
    shown.set(row.key, line);
    list.insertBefore(line, (below && shown.get(below.key)) ?? null);
  };
  const trim = (): void => {
    for (const { key } of rows.splice(MOST_ROWS)) {
      shown.get(key)?.remove();
      shown.delete(key);
    }
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
    if (held) held = [...held, ...added].slice(-MOST_ROWS);
    else for (const row of added) insert(row);
    trim();
    tellState();
  };

  pauseButton.addEventListener('click', () => {
    const waiting = held;
    held = waiting ? undefined : [];
    add(waiting ?? []);
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
    clear() {
      rows = [];
      if (held) held = [];
      redraw();
    },
  };
}
