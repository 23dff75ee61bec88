/**
 * Shows nothing: a page's data contain this one, and our server in front of Next sends `problem/page.tsx` instead of it
 * (lib/boot/web/missing-page.ts).
 */
export default function NotFoundPage() {
  return null
}
