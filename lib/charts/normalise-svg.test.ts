import { describe, expect, it } from 'vitest'
import { normaliseSvg } from './normalise-svg'

const raw = `<svg width="40" height="20" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" baseProfile="full" viewBox="0 0 40 20">
<rect width="40" height="20" x="0" y="0" fill="none"></rect>
<g clip-path="url(#zr7-c0)">
<path d="M0 0L1.04 2" fill="none" pointer-events="visible" stroke="#fff" stroke-linejoin="bevel" class="zr7-cls-3"></path>
</g>
<text dominant-baseline="central" style="font-size:11px;font-family:X, Y;font-weight:bold;" y="5.5" transform="translate(2.123 3)" fill="#000">class=&quot;x&quot; 1.23</text>
<defs ><clipPath id="zr7-c0"><path d="M0 0l1 1Z"></path></clipPath></defs>
<style ><![CDATA[.zr7-cls-3:hover {cursor:pointer;}]]></style>
</svg>`

describe('normaliseSvg', () => {
  it('keeps what is visible and removes counters', () => {
    expect(normaliseSvg(raw, "A, 'B'")).toBe(
      `<svg font-family="A, 'B'" width="40" height="20" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">` +
        '<g><path d="M0 0l1 2" fill="none" stroke="#fff"></path></g>' +
        '<text dominant-baseline="central" font-size="11" font-weight="bold" x="2.1" y="8.5" fill="#000">class=&quot;x&quot; 1.23</text></svg>',
    )
  })
})
