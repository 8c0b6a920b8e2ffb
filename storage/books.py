"""The books of one transaction: each kind of thing has its own, all share the session and the vault."""

from sqlmodel import Session

from medverkan.storage.assignments import AssignmentBook
from medverkan.storage.audit import AuditBook
from medverkan.storage.chats import ChatBook
from medverkan.storage.erasure import ErasureBook
from medverkan.storage.evaluation import EvaluationBook
from medverkan.storage.ledger import LedgerBook
from medverkan.storage.mails import MailBook
from medverkan.storage.meetings import MeetingBook
from medverkan.storage.members import MemberBook
from medverkan.storage.merges import MergeBook
from medverkan.storage.outgoing import OutgoingBook
from medverkan.storage.people import ConsentBook, InvitationBook
from medverkan.storage.receipts import ReceiptBook
from medverkan.storage.requests import ProposalBook, RequestBook
from medverkan.storage.signatures import SignatureBook
from medverkan.storage.sms import SmsBook
from medverkan.storage.tasks import TaskBook
from medverkan.storage.thinning import ThinningBook
from medverkan.storage.vault import Vault


class Books:
    """One transaction's view of the register."""

    def __init__(self, session: Session, vault: Vault) -> None:
        self.mails = MailBook(session, vault)
        self.members = MemberBook(session, vault)
        self.requests = RequestBook(session, vault)
        self.proposals = ProposalBook(session, vault)
        self.invitations = InvitationBook(session, vault)
        self.assignments = AssignmentBook(session, vault)
        self.consents = ConsentBook(session, vault)
        self.tasks = TaskBook(session, vault)
        self.outgoing = OutgoingBook(session, vault)
        self.sms = SmsBook(session, vault)
        self.receipts = ReceiptBook(session, vault)
        self.audit = AuditBook(session, vault)
        self.erasure = ErasureBook(session, vault)
        self.ledger = LedgerBook(session, vault)
        self.meetings = MeetingBook(session, vault)
        self.evaluation = EvaluationBook(session, vault)
        self.chats = ChatBook(session, vault)
        self.merges = MergeBook(session, vault)
        self.signatures = SignatureBook(session, vault)
        self.thinning = ThinningBook(session, vault)
