import { answerSharedEmbed } from '@/lib/shares/embedded'

interface Context {
  params: Promise<{ token: string; code: string; kind: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token, code, kind } = await params
  return answerSharedEmbed(request, token, { of: 'chart', code, kind })
}
