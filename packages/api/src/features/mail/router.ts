import { z } from 'zod';
import { uuid } from '../../schemas.ts';
import { administrator, router } from '../../trpc.ts';
import { demoMail, demoMails } from './queries.ts';

const byIdInput = z.strictObject({ mailId: uuid });

/** The mails of a demo installation, for its administrators. */
export const mailRouter = router({
  list: administrator.query(({ ctx }) => demoMails(ctx)),
  byId: administrator.input(byIdInput).query(({ ctx, input }) => demoMail(ctx, input.mailId)),
});
