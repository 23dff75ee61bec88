import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { projectFolder } from '@/lib/process/project-folder'

/** Where the templates lie. */
const WORKSPACE = join(projectFolder(), 'lib/pdf')

const FONTS = {
  'noto-sans-sc': ['400Regular', '500Medium', '700Bold'],
  'noto-serif-sc': ['400Regular'],
  'noto-sans-arabic': ['400Regular', '700Bold'],
  'noto-sans-hebrew': ['400Regular', '700Bold'],
}

export interface Typesetting {
  /** A template in lib/pdf. */
  template: string
  /** Name and content of the files that it reads beside the templates. */
  files: Map<string, string>
}

export interface Typeset {
  bytes: Uint8Array
  standard: PdfStandard | null
  /** Why the standard could not be kept; null when it was. */
  fault: string | null
}

export type PdfStandard = 'a-2a' | 'ua-1'

/**
 * Sets a document. Where its text has a character that none of the fonts has, no archive standard allows it: the
 * document is then written without one, and the result says so.
 * @throws Error with Typst's own messages when the template fails or warns
 */
export function typeset(setting: Typesetting, standard: PdfStandard = 'a-2a'): Typeset {
  const compiler = theCompiler()
  const document = compile(compiler, setting)
  try {
    return { bytes: compiler.pdf(document, { pdfStandard: standard as never }), standard, fault: null }
  } catch (error) {
    return { bytes: compiler.pdf(document), standard: null, fault: messageOf(error) }
  }
}

/**
 * Sets a document as SVG, its pages under each other, its glyphs as outlines.
 * @throws Error with Typst's own messages when the template fails or warns
 */
export function typesetPicture(setting: Typesetting): string {
  const compiler = theCompiler()
  return compiler.plainSvg(compile(compiler, setting))
}

function compile(compiler: NodeCompiler, { template, files }: Typesetting): NodeTypstDocument {
  compiler.evictCache(GENERATIONS_KEPT)
  compiler.resetShadow()
  for (const [name, content] of files) compiler.mapShadow(join(WORKSPACE, name), Buffer.from(content))
  const compiled = compiler.compile({ mainFilePath: join(WORKSPACE, template) })
  const diagnostics = compiled.takeDiagnostics()
  const warnings = compiled.takeWarnings()
  const faults = [diagnostics, warnings].flatMap((found) => (found ? compiler.fetchDiagnostics(found) : []))
  const document = compiled.result
  if (!document || faults.length > 0) throw new Error(`${template} cannot be set: ${JSON.stringify(faults)}`)
  return document
}

/** What so many documents have not used again is forgotten: else each adds 30 MB. */
const GENERATIONS_KEPT = 3

let kept: NodeCompiler | null = null

/** One for the life of the process: the fonts are read once. */
function theCompiler(): NodeCompiler {
  kept ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: fontFolders() }] })
  return kept
}

function fontFolders(): string[] {
  const { resolve: find } = createRequire(join(projectFolder(), 'package.json'))
  return Object.entries(FONTS).flatMap(([family, weights]) =>
    weights.map((weight) => join(dirname(find(`@expo-google-fonts/${family}/package.json`)), weight)),
  )
}

/** Typst puts its message where others put a code. */
function messageOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
