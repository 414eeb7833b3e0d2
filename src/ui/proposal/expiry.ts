/** When the offer is over by the reader's clock, the page says so and invites nobody to accept it. */
export function tellExpiry(now: number): void {
  const told = [...document.querySelectorAll<HTMLElement>('[data-expired]')];
  const over = told.filter(({ dataset }) => Date.parse(dataset['expired']!) <= now);
  if (over.length === 0) return;
  for (const place of over) place.hidden = false;
  for (const place of document.querySelectorAll<HTMLElement>('[data-accept], [data-accept-hint]')) place.hidden = true;
  for (const place of document.querySelectorAll('[data-while-open]')) place.classList.add('over');
}
