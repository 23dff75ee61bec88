import { answerPalette } from '@/lib/search/answer-palette'

interface Context {
  params: Promise<{ path: string[] }>
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  try {
    return await answerPalette((await params).path)
  } catch (error) {
    console.error('The palette could not be made:', error instanceof Error ? error.message : error)
    const headers = { 'cache-control': 'no-store', 'retry-after': '5' }
    return new Response('The search index could not be loaded. Please try again shortly.\n', { status: 503, headers })
  }
}
