import { answerNews, answerSave } from '@/lib/editor/http/answer-texts'

interface Segments {
  params: Promise<{ date: string }>
}

/** Saves the texts of a week, of the page that edits them. */
export async function POST(request: Request, { params }: Segments): Promise<Response> {
  return answerSave(request, (await params).date)
}

/** Answers what somebody else has saved, and who else has the page open. */
export async function GET(request: Request, { params }: Segments): Promise<Response> {
  return answerNews(request, (await params).date)
}
