import { answerPublicEmbed } from '@/lib/shares/embedded'

interface Context {
  params: Promise<{ date: string; number: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerPublicEmbed(request, { of: 'table', ...(await params) })
}
