/**
 * Parses the codes in the tray.
 * @param kept text that the browser stored, null for none; anything except codes is ignored
 */
export function trayCodes(kept: string | null): string[] {
  return [...new Set((kept ?? '').split(','))].filter((code) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(code))
}

export function withoutCode(codes: readonly string[], code: string): string[] {
  return codes.filter((each) => each !== code)
}
