import { answerGetTexts, answerPutTexts, refuseTextsMethod } from '@/lib/editor/http/answer-api-texts'

interface Segments {
  params: Promise<{ date: string }>
}

export async function GET(request: Request, { params }: Segments): Promise<Response> {
  return answerGetTexts(request, (await params).date)
}

export async function PUT(request: Request, { params }: Segments): Promise<Response> {
  return answerPutTexts(request, (await params).date)
}

export const POST = refuseTextsMethod
export const PATCH = refuseTextsMethod
export const DELETE = refuseTextsMethod
