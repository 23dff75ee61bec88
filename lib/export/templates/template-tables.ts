import { z } from 'zod'
import type { ExportTable } from '@/lib/base/export-table'
import type { Locale } from '@/lib/base/locale'
import { CATALOGUE_FIELDS, type Field } from '@/lib/catalogue/catalogue-fields'
import { columnsOf, KINDS, optionalColumns, type ReturnKind, textColumns } from '@/lib/catalogue/series-kinds'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import zh from '@/lib/messages/zh.json'
import { isDaily } from '@/lib/store/store-table'
import { DAILY_EXAMPLES, EXAMPLES, TEMPLATE_SECTIONS } from './examples'

export type TemplateName = (typeof TEMPLATE_SECTIONS)[number] | ReturnKind

/** The templates in the order in which they can be loaded. */
export const TEMPLATE_NAMES: readonly TemplateName[] = [...TEMPLATE_SECTIONS, ...KINDS]

type ColumnText = keyof typeof zh.templates.columns

interface TemplateColumn {
  name: ColumnText
  type: Field['type']
  isOptional: boolean
}

/** Returns a template: a head of the columns that the importer reads, and example rows. */
export function templateTable(name: TemplateName): ExportTable {
  return {
    columns: columnsIn(name).map((column) => ({ header: column.name, type: cellType(column) })),
    rows: isDaily(name) ? DAILY_EXAMPLES[name] : EXAMPLES[name].map((entry) => rowOf(entry, name)),
  }
}

/** Returns the sheet that says what each column of the templates holds. */
export function readmeTable(names: readonly TemplateName[], locale: Locale): ExportTable {
  const t = translatorFor(locale)
  const heads = ['table', 'column', 'needed', 'type', 'meaning'] as const
  return {
    columns: heads.map((head) => ({ header: t(`templates.${head}`), type: 'text' as const })),
    rows: names.flatMap((name) => columnsIn(name).map((column) => readmeRow(name, column, t))),
  }
}

function readmeRow(name: TemplateName, { name: column, type, isOptional }: TemplateColumn, t: Translator): string[] {
  const needed = t(isOptional ? 'templates.may-be-empty' : 'templates.is-needed')
  return [name, column, needed, t(`templates.type-${type}`), t(`templates.columns.${column}`)]
}

function columnsIn(name: TemplateName): TemplateColumn[] {
  if (!isDaily(name)) return CATALOGUE_FIELDS[name].map((field) => ({ ...field, name: columnText(field.name) }))
  const [optional, texts] = [optionalColumns(name), textColumns(name)]
  return columnsOf(name).map((column) => ({
    name: columnText(column),
    type: column === 'date' ? 'date' : texts.includes(column) ? 'text' : 'number',
    isOptional: optional.includes(column),
  }))
}

/** @throws TypeError for a column without a text, which a new column of the schema must get. */
function columnText(name: string): ColumnText {
  const isKnown = (text: string): text is ColumnText => text in zh.templates.columns
  if (!isKnown(name)) throw new TypeError(`templates.columns.${name} is missing among the messages`)
  return name
}

function cellType({ name, type }: TemplateColumn): 'text' | 'number' | 'integer' | 'date' {
  if (name === 'position') return 'integer'
  return type === 'number' || type === 'date' ? type : 'text'
}

const cell = z.union([z.string(), z.number(), z.null(), z.boolean().transform(String)])

function rowOf(entry: object, name: TemplateName): (string | number | null)[] {
  const values: Record<string, unknown> = { ...entry }
  return columnsIn(name).map((column) => cell.parse(values[column.name] ?? null))
}
