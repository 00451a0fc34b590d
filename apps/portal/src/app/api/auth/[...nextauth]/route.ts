import NextAuth from 'next-auth';
import { tellNextAuth } from '#env.ts';
import { runtime } from '#trpc/runtime.ts';

type Segments = { params: Promise<{ nextauth: string[] }> };

/** next-auth's routes: the token against forgery, the ways in and the way out. All decisions are the API's. */
async function handle(request: Request, segments: Segments): Promise<Response> {
  const { auth, settings } = runtime();
  tellNextAuth(settings.url.origin);
  return NextAuth(auth)(request, segments);
}

export { handle as GET, handle as POST };
