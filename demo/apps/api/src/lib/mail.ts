import { Resend } from 'resend';

const resend = process.env.RESEND_API_KEY ? new Resend(process.env.RESEND_API_KEY) : undefined;

export async function sendReceipt(to: string, total: string): Promise<void> {
  await resend?.emails.send({
    from: process.env.MAIL_FROM ?? 'Harbour <hello@example.com>',
    to,
    subject: 'Your receipt',
    text: `Thank you. You paid ${total}.`,
  });
}
