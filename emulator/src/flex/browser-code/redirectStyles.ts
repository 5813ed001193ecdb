import { interceptMethod } from './intercept';
import { mapCss } from './mapCss';
import { redirect } from './redirect';

/** Rules inserted by script, which is how Flex UI's styles (emotion) get into the page. Not covered: style attributes. */
export function redirectStyles(): void {
  interceptMethod(CSSStyleSheet.prototype, 'insertRule', (_sheet, [rule, ...rest]) => [
    typeof rule === 'string' ? mapCss(rule, redirect) : rule,
    ...rest,
  ]);
}
