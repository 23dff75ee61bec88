/** A small page for a frame on another site: no masthead, no script, a link to where it comes from. */
import { escapeHtml } from '@/lib/base/escape-html'
import { type Locale, languageTag } from '@/lib/base/locale'
import type { Palette } from '@/lib/charts/theme'
import { ASK_EACH_TIME } from '@/lib/http/caching'
import { translatorFor } from '@/lib/messages/translate'

interface EmbedPage {
  locale: Locale
  palette: Palette
  title: string
  /** Markup, escaped. */
  content: string
  /** Path of the page that it comes from. */
  back: string
}

/** Returns the page. Our server in front of Next names who may frame it (lib/boot/web/cross-origin.ts). */
export function embedPage({ locale, palette, title, content, back }: EmbedPage): Response {
  const t = translatorFor(locale)
  const style = `body{margin:0;padding:8px;background:${palette.bg};color:${palette.ink2};font:12px/20px sans-serif}
svg{display:block;max-width:100%;height:auto}table{max-width:100%}h1{margin:0 0 8px;color:${palette.ink};font-size:14px}a{color:${palette.accent}}p{margin:8px 0 0}`
  const html = `<!doctype html><html lang="${languageTag(locale)}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title>
<style>${style}</style></head><body><main>${content}</main>
<p><a href="${escapeHtml(back)}" target="_blank" rel="noopener noreferrer">${escapeHtml(t('share.back', { brand: t('brand.name') }))}</a></p></body></html>`
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': ASK_EACH_TIME,
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
    },
  })
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'"
