/** Parses the subset of Markdown that a commentary may use. Nothing else gets through, and nothing is left out silently. */
import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { splitMarks } from './marks'
import type { RichBlock, RichInline } from './rich-text'

/** `mark` is what stands between braces: a bound figure or a name. */
export type MarkdownPart = { kind: 'text'; text: string } | { kind: 'mark'; mark: string }

type Inline = RichInline<MarkdownPart>
type Block = RichBlock<MarkdownPart>

/** What the subset leaves out. */
type MarkdownRule =
  | 'heading'
  | 'html'
  | 'image'
  | 'code'
  | 'table'
  | 'footnote'
  | 'rule'
  | 'reference'
  | 'link-address'
  | 'link-title'
  | 'depth'

export interface MarkdownProblem {
  rule: MarkdownRule
  /** Line of the source, from 1. */
  line: number
}

export interface ParsedMarkdown {
  blocks: Block[]
  /** Empty when the source may be kept. */
  problems: MarkdownProblem[]
}

/** How deeply lists and quotes may stand in each other. */
const DEPTH_MAX = 4
/** Characters that begin a line and open a list or a quote in it; the parser takes long for thousands of them. */
const OPENERS = /^[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])[ \t]*){5,}/
const TABLE = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/
const FOOTNOTE = /\[\^[^\]\n]+\]/
/** OPEN and CLOSE as numeric character references. */
const FORGED = /&#(?:x0*e00[01]|0*5734[45]);/i
const HAN_BREAK = /(?<=[\p{Script=Han}，。；：、！？）】》])[ \t]*\n[ \t]*(?=[\p{Script=Han}（【《])/gu
/** Stand for the braces of marks, whose content is no Markdown. The schema of texts refuses private-use characters. */
const [OPEN, CLOSE] = ['\uE000', '\uE001']

/** Parses a commentary with bound figures (`{intraday-skewness.longShort.week}`): see `splitMarks`. */
export function parseMarkdown(source: string): ParsedMarkdown {
  const found = refusedLines(source)
  if (found.some(({ rule }) => rule === 'depth')) return { blocks: [], problems: found }
  const marks: string[] = []
  const masked = splitMarks(source)
    .map((piece) => (piece.kind === 'text' ? piece.text : `${OPEN}${marks.push(piece.mark) - 1}${CLOSE}`))
    .join('')
  const reader = new Reader(marks)
  const blocks = fromMarkdown(masked).children.flatMap((node) => reader.block(node, 0))
  const problems = [...found, ...reader.problems].sort((one, other) => one.line - other.line)
  return { blocks, problems }
}

/** Finds what the parser takes for text or would take long for. */
function refusedLines(source: string): MarkdownProblem[] {
  return source.split('\n').flatMap((text, index): MarkdownProblem[] => {
    const line = index + 1
    return [
      ...(OPENERS.test(text) ? [{ rule: 'depth' as const, line }] : []),
      ...(TABLE.test(text) ? [{ rule: 'table' as const, line }] : []),
      ...(FORGED.test(text) ? [{ rule: 'html' as const, line }] : []),
      ...(FOOTNOTE.test(text) ? [{ rule: 'footnote' as const, line }] : []),
    ]
  })
}

const REFUSED: Partial<Record<RootContent['type'], MarkdownProblem['rule']>> = {
  heading: 'heading',
  html: 'html',
  image: 'image',
  code: 'code',
  inlineCode: 'code',
  thematicBreak: 'rule',
  imageReference: 'reference',
  linkReference: 'reference',
  definition: 'reference',
}

class Reader {
  readonly problems: MarkdownProblem[] = []

  constructor(private readonly marks: readonly string[]) {}

  block(node: RootContent | BlockContent | DefinitionContent | ListItem, depth: number): Block[] {
    if (depth > DEPTH_MAX) return this.refuse(node, 'depth')
    const inside = (children: (BlockContent | DefinitionContent)[]) =>
      children.flatMap((child) => this.block(child, depth + 1))
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', parts: this.inlines(node.children) }]
      case 'blockquote':
        return [{ kind: 'quote', blocks: inside(node.children) }]
      case 'list': {
        const start = node.ordered ? (node.start ?? 1) : null
        return [{ kind: 'list', start, items: node.children.map(({ children }) => inside(children)) }]
      }
      default:
        return this.refuse(node, REFUSED[node.type as RootContent['type']] ?? 'html')
    }
  }

  private inlines(nodes: PhrasingContent[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text':
          return this.text(node.value)
        case 'emphasis':
        case 'strong':
          return [{ kind: node.type, parts: this.inlines(node.children) }]
        case 'break':
          return [{ kind: 'break' }]
        case 'link': {
          if (node.title) this.refuse(node, 'link-title')
          if (!isAllowed(node.url)) this.refuse(node, 'link-address')
          return [{ kind: 'link', url: node.url, parts: this.inlines(node.children) }]
        }
        default:
          return this.refuse(node, REFUSED[node.type] ?? 'html')
      }
    })
  }

  /** Splits a text at its marks; a line break of the source is a space, and nothing between Han characters. */
  private text(value: string): Inline[] {
    const line = value.replaceAll(HAN_BREAK, '').replaceAll(/[ \t]*\n[ \t]*/g, ' ')
    const pieces = line.split(new RegExp(`(${OPEN}\\d+${CLOSE})`))
    return pieces.flatMap((piece): Inline[] => {
      if (piece === '') return []
      const mark = piece.startsWith(OPEN) ? this.marks[Number(piece.slice(1, -1))] : undefined
      return mark === undefined ? [{ kind: 'text', text: piece }] : [{ kind: 'mark', mark }]
    })
  }

  private refuse(node: { position?: { start: { line: number } } | undefined }, rule: MarkdownProblem['rule']): [] {
    this.problems.push({ rule, line: node.position?.start.line ?? 1 })
    return []
  }
}

/** Returns whether a link may lead to an address: https:, or mailto:, without a name or password in it. */
function isAllowed(address: string): boolean {
  if (!/^(?:https:\/\/|mailto:)[\x21-\x7e]+$/i.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}
