import NextAuth from 'next-auth';
import { tellNextAuth } from '#env.ts';
import { runtime } from '#trpc/runtime.ts';

type Segments = { params: Promise<{ nextauth: string[] }> };

// next-auth passes the question of the address on to the identity provider: only what we ask for ourselves may.
const passedOn = ['', '?prompt=login'];

/** next-auth's routes: the token against forgery, the ways in and the way out. All decisions are the API's. */
async function handle(request: Request, segments: Segments): Promise<Response> {
  const { auth, settings } = runtime();
  const { nextauth } = await segments.params;
  if (
    request.method === 'POST' &&
    nextauth[0] === 'signin' &&
    !passedOn.includes(new URL(request.url).search)
  )
    return new Response(null, { status: 400 });
  tellNextAuth(settings.url.origin);
  return NextAuth(auth(Object.fromEntries(request.headers)))(request, segments);
}

export { handle as GET, handle as POST };
