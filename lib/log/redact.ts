/** Secrets of this process, which its settings name. */
const secrets = new Set<string>()

/** A shorter text would hide parts of harmless words. */
const SECRET_MIN = 8
const HIDDEN = '***'

/** What looks like a secret in a text: the part after the first group is replaced. */
const PATTERNS = [
  // The password of an address: postgresql://user:password@host. A scheme has a bound, or long texts would take long.
  /(\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@]{0,200}:)[^\s@/]{1,500}(?=@)/gi,
  // A token in a header: Authorization: Bearer abc
  /(\b(?:bearer|basic)\s+)[\w~+/.=-]+/gi,
  // A header or field as it is printed: cookie: theme=dark, "set-cookie":"a=b"
  /((?:\b|")(?:set-)?cookie["']?\s*[:=]\s*["']?)[^"'\n]+/gi,
  // A token of a program, wherever it stands
  /(\bfw_)[\w-]{20,}/g,
  // What an OpenID provider sends along: /api/auth/callback/oidc?code=abc&state=def
  /(\/callback\/oidc\?)[^\s"']+/g,
  // A parameter of an address within another one: ?to=%2Fsign-in%2Finvitation%3Ftoken%3Dabc
  /((?:%3f|%26)(?:token|key|secret|password|access_token)%3d)[\w.~-]+/gi,
  // The secret of a share link: /s/abc
  /(\/s\/)[\w-]{16,}/g,
  // A parameter of an address: ?token=abc
  /([?&](?:token|key|secret|password|access_token)=)[^&\s"']+/gi,
]

/** Hides a secret of eight characters or more in everything that is logged from now on. */
export function hideSecret(secret: string): void {
  if (secret.length >= SECRET_MIN) secrets.add(secret)
}

/** Returns a text with passwords, tokens and cookies replaced. */
export function redact(text: string): string {
  const named = [...secrets].reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text)
  return PATTERNS.reduce((rest, pattern) => rest.replace(pattern, `$1${HIDDEN}`), named)
}
