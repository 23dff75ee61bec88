/**
 * Writes a value as JSON of which there is one form only: keys sorted by UTF-16 code units, no spaces, numbers as ECMAScript
 * writes them (RFC 8785). PostgreSQL keeps JSON in another order of keys, which must not change a hash.
 * @throws TypeError for what JSON cannot hold
 * @example canonicalJson({ b: 1, a: [true, null] }) // '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
    return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`
  }
  const isJson = value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
  if (!isJson) throw new TypeError(`JSON cannot hold ${String(value)}`)
  return JSON.stringify(value)
}
