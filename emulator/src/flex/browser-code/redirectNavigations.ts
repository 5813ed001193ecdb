import { leavesMachine } from './redirect';

/** The local page that says where a link would have led. */
const farewell = (address: string): string => `/_flex/outside?to=${encodeURIComponent(address)}`;

/** Links, windows and scripted navigations that lead off this machine end on a local page that names the address. */
export function redirectNavigations(): void {
  const nativeOpen = window.open.bind(window);
  window.open = (address, target, features) => {
    const text = address === undefined ? '' : String(address);
    return nativeOpen(leavesMachine(text) ? farewell(text) : address, target, features);
  };

  const stopLink = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !leavesMachine(link.href)) return;
    event.preventDefault();
    nativeOpen(farewell(link.href), '_blank', 'noopener');
  };
  document.addEventListener('click', stopLink, true);
  // The middle button opens a tab; the right one, which is told of as well, opens a menu.
  document.addEventListener(
    'auxclick',
    (event) => {
      if (event.button === 1) stopLink(event);
    },
    true,
  );

  // location.assign and the like, where the browser tells of them (Chromium, Safari).
  if (!('navigation' in window)) return;
  window.navigation.addEventListener('navigate', (event) => {
    if (!leavesMachine(event.destination.url)) return;
    event.preventDefault();
    location.assign(farewell(event.destination.url));
  });
}
