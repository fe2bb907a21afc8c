/**
 * Every scheme and decoy kind, in the order in which they are planted. One line per file; the order
 * matters to nothing but the ids.
 */
import auPair from './decoys/au-pair.ts';
import barStaff from './decoys/bar-staff.ts';
import cardSharingCarer from './decoys/card-sharing-carer.ts';
import charity from './decoys/charity.ts';
import childAllowance from './decoys/child-allowance.ts';
import constructionLodging from './decoys/construction-lodging.ts';
import festivalTreasurer from './decoys/festival-treasurer.ts';
import foreignFreelancer from './decoys/foreign-freelancer.ts';
import franchiseDeposits from './decoys/franchise-deposits.ts';
import groupTreasury from './decoys/group-treasury.ts';
import guardianAccount from './decoys/guardian-account.ts';
import hairdresserTutor from './decoys/hairdresser-tutor.ts';
import independentEscort from './decoys/independent-escort.ts';
import landlord from './decoys/landlord.ts';
import licensedLender from './decoys/licensed-lender.ts';
import marketSeller from './decoys/market-seller.ts';
import medicalTravelAgency from './decoys/medical-travel-agency.ts';
import onlineTeacher from './decoys/online-teacher.ts';
import payrollCompany from './decoys/payroll-company.ts';
import refugeeShelter from './decoys/refugee-shelter.ts';
import remittingFamily from './decoys/remitting-family.ts';
import rideshareDriver from './decoys/rideshare-driver.ts';
import savingsClub from './decoys/savings-club.ts';
import seasonalHarvest from './decoys/seasonal-harvest.ts';
import sharedFlat from './decoys/shared-flat.ts';
import spouseHouseholdAccount from './decoys/spouse-household-account.ts';
import staffLoan from './decoys/staff-loan.ts';
import studentsHall from './decoys/students-hall.ts';
import toppingUpHousehold from './decoys/topping-up-household.ts';
import touringBand from './decoys/touring-band.ts';
import travellingRep from './decoys/travelling-rep.ts';
import youthSportsTrip from './decoys/youth-sports-trip.ts';
import type { DecoyPlan, SchemePlan } from './plan.ts';
import bondageRecruitmentDebt from './schemes/bondage-recruitment-debt.ts';
import bondageTiedLodging from './schemes/bondage-tied-lodging.ts';
import childBeggingCoins from './schemes/child-begging-coins.ts';
import childLivestreamFacilitator from './schemes/child-livestream-facilitator.ts';
import childLivestreamPayers from './schemes/child-livestream-payers.ts';
import childYouthSweep from './schemes/child-youth-sweep.ts';
import criminalityBenefits from './schemes/criminality-benefits.ts';
import criminalityFreshConduits from './schemes/criminality-fresh-conduits.ts';
import labourKickbackFront from './schemes/labour-kickback-front.ts';
import labourManyWages from './schemes/labour-many-wages.ts';
import labourWageStar from './schemes/labour-wage-star.ts';
import launderingCashLoanback from './schemes/laundering-cash-loanback.ts';
import launderingCompanyRing from './schemes/laundering-company-ring.ts';
import organBroker from './schemes/organ-broker.ts';
import organFoundation from './schemes/organ-foundation.ts';
import servitudeCapturedAccount from './schemes/servitude-captured-account.ts';
import servitudeUnpaidHousehold from './schemes/servitude-unpaid-household.ts';
import sexualCashFunnel from './schemes/sexual-cash-funnel.ts';
import sexualSweptEarnings from './schemes/sexual-swept-earnings.ts';
import sexualWellnessFront from './schemes/sexual-wellness-front.ts';

export const SCHEMES: readonly SchemePlan[] = [
  bondageRecruitmentDebt,
  bondageTiedLodging,
  childBeggingCoins,
  childLivestreamFacilitator,
  childLivestreamPayers,
  childYouthSweep,
  criminalityBenefits,
  criminalityFreshConduits,
  labourKickbackFront,
  labourManyWages,
  labourWageStar,
  launderingCashLoanback,
  launderingCompanyRing,
  organBroker,
  organFoundation,
  servitudeCapturedAccount,
  servitudeUnpaidHousehold,
  sexualCashFunnel,
  sexualSweptEarnings,
  sexualWellnessFront,
];

export const DECOYS: readonly DecoyPlan[] = [
  auPair,
  barStaff,
  cardSharingCarer,
  charity,
  childAllowance,
  constructionLodging,
  festivalTreasurer,
  foreignFreelancer,
  franchiseDeposits,
  groupTreasury,
  guardianAccount,
  hairdresserTutor,
  independentEscort,
  landlord,
  licensedLender,
  marketSeller,
  medicalTravelAgency,
  onlineTeacher,
  payrollCompany,
  refugeeShelter,
  remittingFamily,
  rideshareDriver,
  savingsClub,
  seasonalHarvest,
  sharedFlat,
  spouseHouseholdAccount,
  staffLoan,
  studentsHall,
  toppingUpHousehold,
  touringBand,
  travellingRep,
  youthSportsTrip,
];
