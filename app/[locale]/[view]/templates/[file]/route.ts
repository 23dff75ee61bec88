import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES } from '@/lib/base/locale'
import { answerTemplate } from '@/lib/export/templates/answer-template'

interface Context {
  params: Promise<{ locale: string; file: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, file } = await params
  return answerTemplate(request, file, isOneOf(LOCALES, locale) ? locale : 'zh')
}
