import { escapeHtml } from '@/lib/base/escape-html'
import { translatorFor } from '@/lib/messages/translate'
import { commentaries } from '@/lib/report/bind/commentaries'
import type { PhrasePart, Report } from '@/lib/report/model/report'
import { partText } from '@/lib/report/text/phrase'
import type { RichBlock, RichInline } from '@/lib/texts/rich-text'
import type { MailStyle } from './mail-tables'

/** Writes what the desk says of the week and of sections, with inline styles; nothing when it says nothing. */
export function mailCommentary(report: Report, style: MailStyle): string {
  const t = translatorFor(report.locale)
  const { family, palette } = style
  const parts = commentaries(report).map(({ section, blocks }) => {
    const title = section?.title ?? t('written.commentary')
    const head = `<h2 class="ink" style="margin:0 0 6px;font:bold 14px/22px ${family};color:${palette.ink}">${escapeHtml(title)}</h2>`
    return `${head}${blocks.map((block) => blockHtml(block, style)).join('')}`
  })
  return parts.length === 0 ? '' : `<div style="margin:0 0 20px">${parts.join('')}</div>\n`
}

function blockHtml(block: RichBlock<PhrasePart>, style: MailStyle): string {
  const { family, palette } = style
  const inside = (blocks: RichBlock<PhrasePart>[]) => blocks.map((inner) => blockHtml(inner, style)).join('')
  if (block.kind === 'paragraph') {
    const text = block.parts.map((part) => inlineHtml(part, style)).join('')
    return `<p class="ink" style="margin:0 0 8px;font:14px/22px ${family};color:${palette.ink}">${text}</p>`
  }
  if (block.kind === 'quote') {
    return `<blockquote style="margin:0 0 8px;padding:0 0 0 12px;border-left:2px solid ${palette.line}">${inside(block.blocks)}</blockquote>`
  }
  const items = block.items.map((item) => `<li>${inside(item)}</li>`).join('')
  const list = `style="margin:0 0 8px;padding:0 0 0 20px;font:14px/22px ${family}"`
  return block.start === null
    ? `<ul class="ink" ${list}>${items}</ul>`
    : `<ol class="ink" start="${block.start}" ${list}>${items}</ol>`
}

function inlineHtml(inline: RichInline<PhrasePart>, style: MailStyle): string {
  if (inline.kind === 'break') return '<br>'
  if (!('parts' in inline)) return escapeHtml(partText(inline))
  const text = inline.parts.map((part) => inlineHtml(part, style)).join('')
  if (inline.kind === 'link') {
    return `<a class="accent" href="${escapeHtml(inline.url)}" rel="noopener" style="color:${style.palette.accent}">${text}</a>`
  }
  return inline.kind === 'strong' ? `<strong>${text}</strong>` : `<em>${text}</em>`
}
