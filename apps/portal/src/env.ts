/** Whether this is a development build; decided when the portal is built, and read nowhere else. */
export const isDevelopment = process.env.NODE_ENV === 'development';

/** next-auth reads the portal's address from the environment alone; without it, it would guess from headers. */
export function tellNextAuth(origin: string): void {
  process.env.NEXTAUTH_URL = origin;
}
