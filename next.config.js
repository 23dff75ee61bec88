/** Nothing may frame a page, send its forms elsewhere or guess a type. Scripts may be inline, since Next's are. */
const SAFE = [
  {
    key: 'content-security-policy',
    value: "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'x-content-type-options', value: 'nosniff' },
]

/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  // `npm test` checks the types; who starts the server need not wait for that.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // Our server in front of Next keeps its answers compressed, with their ETags (lib/http/kept-answers.ts).
  compress: false,
  generateEtags: false,
  cacheMaxMemorySize: 0,
  // Charts and embeds say their own, stricter ones.
  headers: async () => [{ source: '/((?!charts/|embed/|(?:en/)?s/[^/]+/embed/).*)', headers: SAFE }],
  // No picture of ours is resized by the server.
  images: { unoptimized: true },
  serverExternalPackages: [
    'echarts',
    'zrender',
    'pg',
    '@prisma/adapter-pg',
    '@myriaddreamin/typst-ts-node-compiler',
    '@resvg/resvg-js',
  ],
  experimental: {
    // The style sheet is small, and the first paint of a page must not wait for a second request.
    inlineCss: true,
    // Loading the code of all pages takes longer than making the first one.
    preloadEntriesOnStart: false,
    // A folder would outlive the store that its pages were made from.
    isrFlushToDisk: false,
  },
}
