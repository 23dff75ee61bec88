/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['echarts', 'zrender', 'pg', '@prisma/adapter-pg'],
}
