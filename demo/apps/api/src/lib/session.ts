import { jwtVerify, SignJWT } from 'jose';

function secret(): Uint8Array {
  const value = process.env.JWT_SECRET;
  if (!value) throw new Error('JWT_SECRET is not set');
  return new TextEncoder().encode(value);
}

export function issueToken(user: string): Promise<string> {
  return new SignJWT({}).setSubject(user).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('7d').sign(secret());
}

export async function readToken(token: string): Promise<string | undefined> {
  const { payload } = await jwtVerify(token, secret(), { algorithms: ['HS256'] });
  return payload.sub;
}
