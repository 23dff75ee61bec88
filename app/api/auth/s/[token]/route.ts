import { answerShareForm, answerShareLink } from '@/lib/access/forms/answer-share'

interface Context {
  params: Promise<{ token: string }>
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerShareLink(request, (await params).token)
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerShareForm(request, (await params).token)
}
