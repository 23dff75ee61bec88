import { answerPublicEmbed } from '@/lib/shares/embedded'

interface Context {
  params: Promise<{ code: string; kind: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerPublicEmbed(request, { of: 'chart', ...(await params) })
}
