/** Shows the letter of the note about missing figures; it does not change the line height of a name. */
export function NoteLetter({ letter }: { letter: string | null }) {
  if (letter === null) return null
  return <sup className="relative -top-[0.5em] ml-0.5 align-baseline text-[75%] text-ink-3 leading-[0]">{letter}</sup>
}
