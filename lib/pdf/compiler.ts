import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { projectFolder } from '@/lib/process/project-folder'
import { fontFiles } from './font-files'

/** The folder of the templates. */
const WORKSPACE = join(projectFolder(), 'lib/pdf')

export interface Typesetting {
  /** A template in lib/pdf. */
  template: string
  /** Name and content of the files that the template reads. */
  files: Map<string, string>
}

export interface Typeset {
  bytes: Uint8Array
  standard: PdfStandard | null
  /** Why the document does not conform to the standard; null when it does. */
  fault: string | null
}

export type PdfStandard = 'a-2a' | 'ua-1'

/**
 * Typesets a document. If a character of its text is in none of the fonts, no archive standard allows it: the document
 * is then written without a standard, and the result has the reason.
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
 * Typesets a document as SVG, with pages one below the other and glyphs as outlines.
 * @throws Error with Typst's own messages when the template fails or warns
 */
export function typesetPicture(setting: Typesetting): string {
  const compiler = theCompiler()
  return compiler.plainSvg(compile(compiler, setting))
}

function compile(compiler: NodeCompiler, { template, files }: Typesetting): NodeTypstDocument {
  forget(compiler)
  compiler.resetShadow()
  for (const [name, content] of files) compiler.mapShadow(join(WORKSPACE, name), Buffer.from(content))
  const compiled = compiler.compile({ mainFilePath: join(WORKSPACE, template) })
  const diagnostics = compiled.takeDiagnostics()
  const warnings = compiled.takeWarnings()
  const faults = [diagnostics, warnings].flatMap((found) => (found ? compiler.fetchDiagnostics(found) : []))
  const document = compiled.result
  isDue = true
  // Takes a tenth of the time of a document: whoever waits for this one has it before.
  setImmediate(() => forget(compiler))
  if (!document || faults.length > 0) throw new Error(`${template} cannot be set: ${JSON.stringify(faults)}`)
  return document
}

/** Loads the fonts, which takes a tenth of a second, so that the first document does not wait for them. */
export function loadFonts(): void {
  compile(theCompiler(), { template: 'fonts.typ', files: new Map() })
}

/** Cache entries unused for this many documents are dropped; otherwise each document adds 30 MB, and a large one 100. */
const GENERATIONS_KEPT = 3
/** Whether a document was set since entries were last dropped. */
let isDue = false

/** Drops old cache entries: after each document, and before the next one when that begins in the same turn of the event loop. */
function forget(compiler: NodeCompiler): void {
  if (!isDue) return
  isDue = false
  compiler.evictCache(GENERATIONS_KEPT)
}

let kept: NodeCompiler | null = null

/** Returns the compiler of the process, which reads the fonts once. */
function theCompiler(): NodeCompiler {
  kept ??= NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: fontFolders() }] })
  return kept
}

function fontFolders(): string[] {
  return fontFiles().map((file) => dirname(file))
}

/** Returns the message of an error; Typst has it in `code`. */
function messageOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
