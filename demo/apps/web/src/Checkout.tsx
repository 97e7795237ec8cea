import { loadStripe } from '@stripe/stripe-js';
import { api } from './api';

const stripe = loadStripe(import.meta.env.VITE_STRIPE_PUBLISHABLE_KEY);

export function Checkout({ price }: { price: string }) {
  const pay = async () => {
    await stripe;
    const { data } = await api.post<{ url: string }>('/checkout', { price });
    window.location.href = data.url;
  };
  return (
    <button type="button" onClick={pay}>
      Buy
    </button>
  );
}
