import { useParams } from 'react-router';
import { OfferView } from '../features/learning-centre/offer-view.tsx';

/** Something that was found, before it is started. */
export function OfferPage() {
  const { offerId = '' } = useParams();
  return <OfferView key={offerId} id={offerId} />;
}
