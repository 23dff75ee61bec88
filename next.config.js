/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['echarts', 'zrender', 'pg', '@prisma/adapter-pg'],
  experimental: {
    // The style sheet is small, and the first paint of a page must not wait for a second request.
    inlineCss: true,
    // Pages are kept in memory: a folder would outlive the store that they were made from.
    isrFlushToDisk: false,
  },
}
