import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import {
  DEFAULT_DISCLOSURES,
  DISCLOSURE_TOPICS,
  type DisclosureTopic,
  disclosuresIn,
  type TopicText,
} from './disclosures'
import { logoFault } from './logo-fault'
import { NEUTRAL_PUBLISHER } from './neutral'
import type { Publisher } from './publisher'

/** Minimum for text in WCAG 2.2, for the colour on white and for white text on the colour. */
const CONTRAST_MIN = 4.5

const line = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters')
const bilingual = z.strictObject({ zh: line, en: line })
const passage = z.string().trim().min(1, 'is empty').max(4_000, 'is longer than 4,000 characters')
const passages = z.strictObject({ zh: passage, en: passage })
const texts = z.array(z.strictObject({ title: line, text: passage }))
const ownTexts = z.strictObject({ zh: texts, en: texts })
/** A topic that is left out keeps its default text; one without a title keeps its title. */
const topic = z.strictObject({ title: bilingual.optional(), text: passages }).optional()
const byTopic = z.strictObject({
  hypothetical: topic,
  costs: topic,
  sources: topic,
  advice: topic,
  distribution: topic,
  analyst: topic,
  conflicts: topic,
} satisfies Record<DisclosureTopic, typeof topic>)

/** Either lists of the publisher's own, or texts that replace the default ones of their topics. */
const disclosures = z.unknown().transform((settings, context): Publisher['disclosures'] => {
  const isOwn = typeof settings === 'object' && settings !== null && ('zh' in settings || 'en' in settings)
  const { data, error } = (isOwn ? ownTexts : byTopic.transform(withDefaults)).safeParse(settings)
  if (data) return data
  for (const { message, path } of error.issues) context.addIssue({ code: 'custom', message, path: path as string[] })
  return z.NEVER
})

function withDefaults(replaced: z.infer<typeof byTopic>): Publisher['disclosures'] {
  const entries = DISCLOSURE_TOPICS.map((topic) => [topic, { ...DEFAULT_DISCLOSURES[topic], ...replaced[topic] }])
  const all: Record<DisclosureTopic, TopicText> = Object.fromEntries(entries)
  return { zh: disclosuresIn(all, 'zh'), en: disclosuresIn(all, 'en') }
}

const logo = z.string().superRefine((svg, context) => {
  const message = logoFault(svg)
  if (message !== null) context.addIssue({ code: 'custom', message })
})

const schema = z.strictObject({
  name: bilingual,
  reportKind: bilingual,
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'is not a colour such as "#1b3a66"')
    .refine(
      (accent) => contrastToWhite(accent) >= CONTRAST_MIN,
      `is too light: its contrast to white is below ${CONTRAST_MIN}`,
    ),
  logoSvg: logo.nullable().default(null),
  authors: z
    .array(
      z.strictObject({
        name: bilingual,
        role: bilingual.nullable().default(null),
        email: line.nullable().default(null),
        phone: line.nullable().default(null),
      }),
    )
    .max(8, 'are more than 8')
    .default([]),
  contact: z.strictObject({ zh: z.array(line), en: z.array(line) }).default({ zh: [], en: [] }),
  disclosures: disclosures.default(NEUTRAL_PUBLISHER.disclosures),
  shortDisclosure: passages.default(NEUTRAL_PUBLISHER.shortDisclosure),
})

/** Signals wrong settings of the publisher, in one sentence that names each field. */
export class PublisherError extends Error {
  override name = 'PublisherError'
}

/**
 * Reads the publisher from a JSON file. `logo` names an SVG file relative to it; `logoSvg` is the markup itself.
 * @param file null for the neutral publisher
 * @throws PublisherError
 */
export function readPublisher(file: string | null): Publisher {
  if (file === null) return NEUTRAL_PUBLISHER
  const path = resolve(file)
  const { data, error } = schema.safeParse(withFiles(parsed(textOf(path, 'PUBLISHER_FILE'), path), path))
  if (data) return data
  throw new PublisherError(`${path} has a wrong value (${error.issues.map(describeIssue).join('; ')}).`)
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || 'the whole'}: ${message}`
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new PublisherError(`${path} is not valid JSON (${error instanceof Error ? error.message : error}).`)
  }
}

function withLogo(settings: unknown, path: string): unknown {
  if (typeof settings !== 'object' || settings === null || !('logo' in settings)) return settings
  const { logo: file, ...rest } = settings
  if (typeof file !== 'string') throw new PublisherError(`${path} has a wrong value (logo: is not a file name).`)
  return { ...rest, logoSvg: textOf(resolve(dirname(path), file), 'logo') }
}

/** Returns the settings with the contents of the files that they name. */
function withFiles(settings: unknown, path: string): unknown {
  const drawn = withLogo(settings, path)
  if (typeof drawn !== 'object' || drawn === null || !('disclosures' in drawn)) return drawn
  if (typeof drawn.disclosures !== 'string') return drawn
  const file = resolve(dirname(path), drawn.disclosures)
  return { ...drawn, disclosures: parsed(textOf(file, 'disclosures'), file) }
}

function textOf(path: string, setting: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new PublisherError(`${setting}: ${path} cannot be read (${error instanceof Error ? error.message : error}).`)
  }
}

/** Returns the WCAG contrast ratio to white: 1 for white, 21 for black. */
function contrastToWhite(accent: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(accent.slice(at, at + 2), 16) / 255),
  )
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
