import { find, setText } from './element';

const SHOWN_MS = 8_000;

/** Says something to whoever looks at the page, for a while; an empty text takes it back. */
export function createNotice(): (text: string) => void {
  const notice = find('#notice', HTMLElement);
  let timer: number | undefined;
  const tell = (text: string): void => {
    setText(notice, text);
    notice.hidden = text === '';
    window.clearTimeout(timer);
    if (text !== '')
      timer = window.setTimeout(() => {
        tell('');
      }, SHOWN_MS);
  };
  return tell;
}
