import type { AppRouter } from '@concord/api/root';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { requestStepUp } from '#features/sign-in/step-up.ts';

/**
 * A sensitive command that asks for a fresh proof is sent once more after the person gave it, with the same command
 * id, so that no form has to know of it.
 */
export const stepUpLink: TRPCLink<AppRouter> = () => {
  return ({ op, next }) =>
    observable((observer) => {
      const again = () =>
        next(op).subscribe({
          next: (value) => observer.next(value),
          error: (error) => observer.error(error),
          complete: () => observer.complete(),
        });
      let current = next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error: (error) => {
          if (!wantsProof(error)) return observer.error(error);
          requestStepUp().then((proved) => {
            if (proved) current = again();
            else observer.error(error);
          });
        },
      });
      return () => current.unsubscribe();
    });
};

function wantsProof(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && Reflect.get(data, 'messageKey') === 'stepUp.required';
}
