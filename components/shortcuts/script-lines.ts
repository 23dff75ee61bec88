/** Adds the host to the lines for scripts, which the server wrote without it. */
export function showHost(): void {
  for (const host of document.querySelectorAll('[data-host]')) host.textContent = location.origin
}

/** Copies the line beside a button, and says on the button whether the browser allowed it. */
export async function copyLine(target: EventTarget | null): Promise<void> {
  const button = target instanceof Element ? target.closest('button') : null
  const words = button?.closest('dl')?.dataset
  const label = button?.querySelector('[aria-live]')
  const line = button?.parentElement?.querySelector('code')?.textContent
  if (!words || !label || !line) throw new RangeError('the button is beside no line')
  label.textContent = await navigator.clipboard.writeText(line).then(
    () => words.copied ?? null,
    () => words.failed ?? null,
  )
}
