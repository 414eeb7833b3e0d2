/**
 * Chart.js is most of a page's weight and serves tooltips only, so it is loaded when the reader first points at a chart,
 * taps it or steps onto it with the keyboard. What the reader did meanwhile is done again once the script is there.
 * @param src address of the script that brings the tooltips, `src/charts/browser.ts`
 */
export function loadChartsOnDemand(src: string): void {
  const waiting = new AbortController();
  const script = document.createElement('script');
  let last: { picture: HTMLElement; event: Event } | null = null;

  const want = (picture: HTMLElement, event: Event): void => {
    last = { picture, event };
    if (script.isConnected) return;
    script.src = src;
    script.addEventListener('load', () => {
      waiting.abort();
      if (last) again(last.picture, last.event);
    });
    document.head.append(script);
  };
  for (const picture of pictures()) {
    makeFocusable(picture);
    for (const type of ['pointerenter', 'pointermove', 'pointerdown', 'focus'] as const) {
      picture.addEventListener(type, (event) => want(picture, event), { signal: waiting.signal });
    }
    // A finger that was lifted still wants its answer.
    picture.addEventListener('pointerleave', ({ pointerType }) => pointerType !== 'touch' && (last = null), {
      signal: waiting.signal,
    });
    picture.addEventListener('blur', () => (last = null), { signal: waiting.signal });
  }
}

/** Drawings that carry the data of their tooltips. */
function pictures(): HTMLElement[] {
  const plots = document.querySelectorAll('figure[data-chart] script[type="application/json"]');
  return [...plots].flatMap(({ parentElement }) => parentElement ?? []);
}

/** The keyboard reaches a drawing under its own title. */
function makeFocusable(picture: HTMLElement): void {
  picture.tabIndex = 0;
  picture.setAttribute('role', 'group');
  const title = picture.querySelector('svg')?.getAttribute('aria-labelledby')?.split(' ')[0];
  if (title) picture.setAttribute('aria-labelledby', title);
}

/** The script listens for a pointer that comes in, not for one that moves about inside. */
function again(picture: HTMLElement, event: Event): void {
  if (event instanceof PointerEvent) {
    const type = event.type === 'pointermove' ? 'pointerenter' : event.type;
    picture.dispatchEvent(new PointerEvent(type, event));
  } else {
    picture.dispatchEvent(new FocusEvent(event.type));
  }
}
