import { answerSharedEmbed } from '@/lib/shares/embedded'

interface Context {
  params: Promise<{ token: string; date: string; number: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token, date, number } = await params
  return answerSharedEmbed(request, token, { of: 'table', date, number })
}
